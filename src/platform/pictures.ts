import type { Failure } from '@domain/failure'
import type { FileId } from '@domain/ids'

/** What shoppers' pictures are for: evidence of a request, or their own portrait. */
export type PictureFolder = 'after-sale' | 'avatars'

/** Puts a picture that lies on this phone into the cloud's storage. */
export type UploadPicture = (path: string) => Promise<FileId | Failure<'offline'>>
