/**
 * What a service of the local cloud is given and gives back: the one seam between the wire and the
 * services.
 */

/** One request of wx-server-sdk, decoded. `token` (wxCloudApiToken) tells which invocation asks. */
export interface SdkRequest {
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
  readonly token: string
  /** `wx.openApi` and `wx.wxPayApi` only: which interface, and its undecoded argument. */
  readonly apiName?: string
  readonly requestData?: Buffer
}

/** `json` is merged into `{requestId}`; `octets` go out as application/octet-stream. */
export type SdkReply = { readonly json: object } | { readonly octets: Uint8Array }

/** A refusal as the cloud words it: `code` is one of the strings of the SDK's error table. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/**
 * A service answers the SDK actions that it names. A new service is one folder that exports one of
 * these.
 */
export interface Service {
  readonly actions: Readonly<Record<string, (request: SdkRequest) => Promise<SdkReply>>>
}

/** Sees every SDK call; the fault injector and the function log are built on it. */
export type Intercept = (request: SdkRequest, answer: () => Promise<SdkReply>) => Promise<SdkReply>
