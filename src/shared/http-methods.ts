/** HTTP's methods that nearly every reference has. */
export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** With WebDAV's common ones, and what references write for other protocols. */
export const operationMethods = [
  ...httpMethods,
  ...['DEL', 'TRACE', 'CONNECT', 'QUERY', 'SEARCH', 'PURGE', 'LINK', 'UNLINK', 'COPY', 'MOVE'],
  ...['LOCK', 'UNLOCK', 'MKCOL', 'PROPFIND', 'PROPPATCH'],
  ...['WS', 'WSS', 'SSE', 'STREAM', 'RPC', 'GRPC', 'ANY'],
];
