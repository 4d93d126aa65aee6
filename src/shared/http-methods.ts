/** HTTP's methods as references write them, in capitals. */

/** Those that nearly every reference has. */
export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/**
 * RFC 9110's and 5789's, WebDAV's common ones, and what references write in their place for other
 * protocols.
 */
export const operationMethods = [
  ...httpMethods,
  ...['DEL', 'TRACE', 'CONNECT', 'QUERY', 'SEARCH', 'PURGE', 'LINK', 'UNLINK', 'COPY', 'MOVE'],
  ...['LOCK', 'UNLOCK', 'MKCOL', 'PROPFIND', 'PROPPATCH'],
  ...['WS', 'WSS', 'SSE', 'STREAM', 'RPC', 'GRPC', 'ANY'],
];
