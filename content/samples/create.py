import requests

# #region create
response = requests.post("https://api.example.com/kittens", json={"name": "Tilly"})
# #endregion

response.raise_for_status()
print(response.json())
