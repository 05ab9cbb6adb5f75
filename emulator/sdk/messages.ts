import protobuf from 'protobufjs'

/**
 * The messages wx-server-sdk packs openapi calls in (proto3; the field numbers are the contract).
 */
const definition = `
syntax = "proto3";
message KeyValuePair {
  string key = 1; bytes value = 2; string contenttype = 3; string filename = 4;
}
message OpenApiData { repeated KeyValuePair pairs = 1; }
message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
message TokenApiData { string resourceAppid = 1; string resourceEnv = 2; }
message CommApiData {
  int32 apiType = 1; OpenApiData openapiData = 2; bytes innerData = 3; SvrkitApiData svrkitData = 4;
  TokenApiData tokenData = 5; string appid = 6;
}
message HttpHeader { string key = 1; string value = 2; }
message CommOpenApiResp {
  bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4;
  repeated HttpHeader headers = 5; int32 svrkitErrorCode = 6;
}
message ApiGetOpenDataByCloudIdReq { repeated string cloudidList = 2; string appid = 3; }
message OpenDataItem { string cloudId = 1; string json = 2; }
message ApiGetOpenDataByCloudIdResp { repeated OpenDataItem dataList = 1; }
`

const { root } = protobuf.parse(definition, { keepCase: true })

/** Reads one message; absent fields come as their proto3 defaults. */
export function decodeMessage(name: string, bytes: Uint8Array): Record<string, unknown> {
  const type = root.lookupType(name)
  return type.toObject(type.decode(bytes), { defaults: true, bytes: Buffer })
}

/** Packs one message. */
export function encodeMessage(name: string, fields: Record<string, unknown>): Uint8Array {
  const type = root.lookupType(name)
  return type.encode(type.create(fields)).finish()
}
