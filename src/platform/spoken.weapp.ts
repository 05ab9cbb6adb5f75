/** What a screen reader says beside words: Taro's templates for WeChat leave no room for it. */

const nothing: object = {}

/** Of a choice or a switch. */
export const spokenCheck = (_isChecked: boolean): object => nothing

/** Of a tab. */
export const spokenTab = (_isSelected: boolean): object => nothing

/** Of a picture. */
export const spokenPicture = (_words?: string): object => nothing
