/**
 * What came of asking to send a message. unavailable: nobody can be asked here, so that WeChat
 * will deliver nothing.
 */
export type Consent = 'given' | 'refused' | 'unavailable'

/**
 * Asks the shopper to allow one subscribe message of each of these templates, five at the most;
 * only right after a tap. Answers which of them were allowed.
 */
export type AskConsent = (
  templateIds: readonly string[],
) => Promise<readonly string[] | 'unavailable'>
