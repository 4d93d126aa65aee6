/** Errands of a coding agent: what it wants to know, and what must stand in what it has read to know it. */
export interface Question {
  asked: string;
  /** All of these stand in one file that answers. */
  answer: RegExp[];
}

/** Of WooCommerce's reference, a Slate source with a page of a megabyte. */
export const WOOCOMMERCE: Question[] = [
  {
    asked: 'Which request creates a coupon?',
    answer: [/\/wp-json\/wc\/v3\/coupons$/m, /POST/, /discount_type/],
  },
  {
    asked: 'Which coupon properties are there, such as the discount type?',
    answer: [/`discount_type`/, /`percent`, `fixed_cart`/],
  },
  {
    asked: 'How do I authenticate over HTTPS with the REST API keys?',
    answer: [/HTTP Basic Auth/, /consumer_key:consumer_secret/],
  },
  {
    asked: 'How many results are there on a page, and what does pagination look like?',
    answer: [/per_page/, /X-WP-TotalPages/],
  },
  {
    asked: 'What does the introduction say of errors and their status?',
    answer: [/401 Unauthorized/, /woocommerce_rest/],
  },
  {
    asked: 'How do I list all orders of one customer?',
    answer: [/\/wp-json\/wc\/v3\/orders$/m, /\| `customer` \|/],
  },
  {
    asked: 'How do I create a refund for an order?',
    answer: [/\/wp-json\/wc\/v3\/orders\/.{1,3}id.{1,2}\/refunds$/m, /POST/],
  },
  {
    asked: 'Which properties has an order, such as its status?',
    answer: [/`date_paid`/, /`line_items`/, /`on-hold`/],
  },
  {
    asked: 'How do I update many products in a batch?',
    answer: [/\/wp-json\/wc\/v3\/products\/batch$/m, /POST/],
  },
  {
    asked: 'Which topics can a webhook have among the webhook properties?',
    answer: [/`delivery_url`/, /`topic`/],
  },
];

/** Of the sample that lies in `content/`. */
export const RESTDB: Question[] = [
  {
    asked: 'Which header carries the API key for authentication?',
    answer: [/x-apikey: /, /API key/],
  },
  {
    asked: 'How do I list documents of a collection, and how many come at most?',
    answer: [/GET \/rest\/\{collection\}`/, /`max` \| integer \| `1000`/],
  },
  {
    asked: 'How do I change some fields of a document?',
    answer: [/PATCH \/rest\/\{collection\}\/\{ID\}`/],
  },
  {
    asked: 'Which operators does the query language have, such as greater than?',
    answer: [/\$gt/, /\$in\b/],
  },
  { asked: 'How do I get the total with paging and totals?', answer: [/totals=true/] },
  { asked: 'How do I delete documents?', answer: [/DELETE \/rest\/\{collection\}/] },
  { asked: 'How do I send a mail?', answer: [/POST \/mail`/] },
  { asked: 'Which errors are there, and what does status 429 mean?', answer: [/429/] },
  {
    asked: 'How do I use POST to emulate PUT, where a proxy forbids it?',
    answer: [/X-HTTP-Method-Override/i],
  },
  { asked: 'How do I compute an average by aggregation?', answer: [/AVG:/] },
];
