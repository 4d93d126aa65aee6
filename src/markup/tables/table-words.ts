/** What authors call the columns of a parameter table, in the languages that references are written in. */

/** What a column of a parameter table holds; `other` is any that is not known (`In`, `Restrictions`, `Example`). */
export type ColumnRole =
  | 'name'
  | 'type'
  | 'required'
  | 'optional'
  | 'default'
  | 'description'
  | 'other';

/** English headers by rule, since they are compounded: “Optional query parameters”, “Field name”, “Data type”. */
const english: [ColumnRole, RegExp][] = [
  [
    'name',
    /^(?:(?:available|optional|required|mandatory|supported|query|path|url|uri|body|form|json|post|get|request|response|http|common|input|output|object|data|api|custom|filter|event|webhook|additional|configuration|environment|sub)[ -]*)*(?:string )?(?:parameters?|params?|parms?|args?|arguments?|fields?|feilds?|attributes?|attrs?|propert(?:y|ies)|props?|keys?|variables?|vars?|options?|headers?|members?|filters?|elements?|columns?|settings?|names?|flags?)(?: ?(?:names?|keys?|fields?))?$/,
  ],
  [
    'type',
    /^(?:(?:data|value|field|parameter|json|property|attribute)[ -]?)?(?:types?|format|schema|class)$/,
  ],
  ['required', /^(?:is )?(?:required|require|mandatory|req|reqd|necessary|needed)$/],
  ['optional', /^(?:is )?(?:optional|opt|nullable)$/],
  ['default', /^defaults?(?: values?)?$/],
  [
    'description',
    /^(?:(?:short|field|parameter) )?(?:descriptions?|decriptions?|desc|details?|notes?|comments?|remarks?|explanations?|meanings?|definitions?|purpose|usage|info|information|summary)$/,
  ],
];

/** Headers in other languages, in lower case. */
const listed: Record<Exclude<ColumnRole, 'other'>, string[]> = {
  name: [
    'feld, felder, attribut, attribute, eigenschaft, schlüssel, kopfzeile, bezeichnung, argument',
    'parámetro, parámetros, campo, campos, atributo, atributos, propiedad, clave, nombre, argumento, cabecera, nombre del parámetro',
    'paramètre, paramètres, champ, champs, attribut, propriété, propriétés, clé, nom, en-tête',
    'parâmetro, parâmetros, propriedade, chave, nome, cabeçalho, parametro, parametri, proprietà, intestazione',
    'параметр, параметры, поле, поля, атрибут, атрибуты, свойство, ключ, имя, название, название параметра, аргумент, заголовок',
    '参数, 参数名, 参数名称, 字段, 字段名, 字段名称, 属性, 属性名, 名称, 请求参数, 返回参数, 响应参数, 返回字段, 请求字段, 键, 变量, 变量名, 列名, 请求头',
    '參數, 參數名, 參數名稱, 欄位, 欄位名稱, 屬性, 名稱, 請求參數, 返回參數, 回應參數, 響應參數, 鍵, 變數',
    'パラメータ, パラメーター, パラメータ名, パラメーター名, フィールド, フィールド名, プロパティ, プロパティ名, キー, 名前, 項目, 項目名, 引数, ヘッダー, ヘッダ, 変数',
    '매개변수, 파라미터, 파라미터명, 필드, 필드명, 속성, 이름, 키, 헤더, 항목, 항목명, 변수, 변수명, 명칭',
    'پارامتر, پارامترها, پارامتر پاسخ, فیلد, کلید, نام, ویژگی, معامل, المعامل, المعلمة, الحقل, حقل, الاسم, اسم, السمة, الخاصية, المفتاح',
    'פרמטר, פרמטרים, שדה, שם, מאפיין, מפתח, felt, egenskap, navn, nøkkel, nyckel, namn, fält, alan, anahtar, pole, nazwa, parametr, veld, naam, eigenschap',
  ],
  type: [
    'typ, datentyp, tipo, tipo de dato, tipo de dados, type de données, тип, тип данных, формат, formato, datatype, dataype, tür',
    '类型, 数据类型, 字段类型, 参数类型, 類型, 數據類型, 資料類型, 型別, 型, データ型, タイプ, 種別, 형식, 타입, 자료형, 데이터 타입, 유형',
    'نوع, نوع داده, النوع, סוג, טיפוס',
  ],
  required: [
    'erforderlich, pflicht, pflichtfeld, notwendig, obligatorisch, requerido, obligatorio, requis, obligatoire, obrigatório, obbligatorio, richiesto',
    'обязательный, обязательность, обязательно, обязательное, обязателен, påkrevd, krävs, zorunlu, wymagane, verplicht',
    '必填, 是否必填, 必须, 是否必须, 必需, 是否必需, 必选, 是否必选, 必選, 是否必選, 必須, 是否必須, 必須項目, 필수, 필수여부, 필수 여부',
    'الزامی, اجباری, ضروری, إلزامي, مطلوب, إجباري, חובה, נדרש',
  ],
  optional: [
    'optionnel, facultatif, opcional, необязательный, valgfri, valgfritt, 可选, 可選, 任意, 선택, اختیاری, اختياري, רשות',
  ],
  default: [
    'standard, standardwert, voreinstellung, por defecto, predeterminado, valor por defecto, valor predeterminado, défaut, par défaut, valeur par défaut, padrão, valor padrão, predefinito',
    'по умолчанию, значение по умолчанию, 默认, 默认值, 缺省值, 默認, 默認值, 預設, 預設值, デフォルト, デフォルト値, 既定値, 初期値, 기본값, 기본',
    'پیش\u200cفرض, پیش فرض, مقدار پیش\u200cفرض, افتراضي, القيمة الافتراضية, ברירת מחדל, standardverdi, varsayılan',
  ],
  description: [
    'beschreibung, bedeutung, erklärung, bemerkung, hinweis, descripción, significado, detalles, descrição, detalhes, descrizione, описание, значение, пояснение, комментарий',
    '描述, 说明, 含义, 备注, 解释, 注释, 說明, 含義, 意義, 備註, 解釋, 説明, 概要, 内容, 備考, 意味, 설명, 비고, 의미, 내용',
    'توضیح, توضیحات, شرح, الوصف, وصف, الشرح, תיאור, הסבר, beskrivelse, beskrivning, açıklama, opis, omschrijving',
  ],
};

const roles = new Map<string, ColumnRole>(
  (Object.keys(listed) as (keyof typeof listed)[]).flatMap((role) =>
    listed[role].flatMap((line) =>
      line.split(', ').map((word): [string, ColumnRole] => [word, role]),
    ),
  ),
);

/** The role of a column by its header's text; what stands in brackets or is mere punctuation does not count. */
export function columnRole(header: string): ColumnRole {
  const text = header
    .toLowerCase()
    .replace(/\s*[([（【].*$/u, '')
    .replace(/[*?:：？_`]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return roles.get(text) ?? english.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

const yes =
  /^(?:yes|y|true|t|x|1|✓|✔\uFE0F?|✅|☑\uFE0F?|●|○|◯|ja|j|sí|si|oui|sim|да|是|有|はい|예|네|بله|بلی|نعم|כן|evet|tak)$/iu;
const no =
  /^(?:no|n|false|f|0|-|–|—|✗|✘|❌|✕|×|nein|non|não|nao|nei|нет|否|无|無|いいえ|아니오|아니요|خیر|نه|لا|לא|hayır|nie|n\/a)?$/iu;

/** What a cell of a column such as “required” answers; undefined where it says it in words of its own. */
export const answer = (text: string): boolean | undefined =>
  yes.test(text) ? true : no.test(text) ? false : undefined;
