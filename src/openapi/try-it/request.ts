/** The request of which the samples of "try it" are made: every value in it is a hole. */
import { fillHoles } from '../../shared/fill-holes.ts';
import type { HttpRequest } from '../../shared/http-request.ts';
import {
  buildRequest,
  holeValues,
  type OperationDescription,
  parameterHoles,
  type TypedValues,
} from '../../shared/request/build-request.ts';
import type { ParameterValue } from '../../shared/request/parameter.ts';
import type { TryItOperation, TryItParameter } from '../../shared/request/try-it.ts';
import { typedForm, valueOf } from '../../shared/request/typed-value.ts';
import type { Code } from '../../shared/sample/code.ts';
import type { Api, Operation } from '../model.ts';
import { credentialsOf, originOf } from '../request/request.ts';

export interface FollowingRequest {
  request: HttpRequest;
  /** @returns a sample's text while nothing is typed: what the form begins with */
  shown(sample: Code): string;
}

/** @param described the operation that the form is made from */
export function followingRequest(
  operation: Operation,
  described: TryItOperation,
  api: Api,
  server: string | undefined,
): FollowingRequest {
  const [body] = described.bodies ?? [];
  const texts = body?.fields?.map(({ value = '' }) => value) ?? [body?.value ?? ''];
  const form = body && typedForm(body, texts);
  const parameters = new Map<string, ParameterValue>();
  for (const [hole, parameter] of parameterHoles(described.parameters)) {
    const { value } = parameter as TryItParameter;
    if (value) parameters.set(hole, valueOf(parameter, value));
  }
  const typed: TypedValues = {
    server: server ?? originOf(operation.servers),
    parameters,
    ...(form?.body !== undefined && { body: form.body }),
    ...(form?.fields && { fields: form.fields }),
  };
  const whole: OperationDescription = {
    ...described,
    ...(form && { body: form.described }),
  };
  const request = buildRequest(whole, typed, { holes: true });
  const { query, headers, cookies, authorization } = credentialsOf(operation.security, api);
  const values = holeValues(whole, typed);
  return {
    request: {
      ...request,
      origin: [{ hole: '//', shown: typed.server }],
      query: [...request.query, ...query],
      headers: [...request.headers, ...headers],
      cookies: [...request.cookies, ...cookies],
      ...(authorization && { authorization }),
    },
    shown: (sample) => fillHoles(sample, values),
  };
}
