/**
 * What came of asking to send one message. unavailable: nobody can be asked here, so that WeChat
 * will deliver nothing.
 */
export type Consent = 'given' | 'refused' | 'unavailable'

/** Asks the shopper to allow one subscribe message of a template; only right after a tap. */
export type AskConsent = (templateId: string) => Promise<Consent>
