import { fail, type Failure } from '@domain/failure'
import type { FileId, LinkId } from '@domain/ids'
import { storeFile } from '../kit/cloud'
import { shareLinks } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { codePicture } from '../kit/wxacode'
import { counted } from '../limits/count'

/** Where a link's code leads. */
const PAGE = 'pages/attribution/open/index'

/**
 * Makes the code of one of the caller's own links and keeps its picture, each time in the same
 * place. `path` is what the code opens, for who draws it otherwise. Five SDK calls, seven for the
 * first one in an hour.
 */
export async function makeLinkCode(
  { link }: { readonly link: LinkId },
  caller: Caller,
): Promise<
  { readonly file: FileId; readonly path: string } | Failure<'link_unknown' | 'tries_over'>
> {
  const found = await shareLinks.get(link)
  // Another's link is as unknown as one that never was.
  if (found?.sharerId !== caller.memberId) return fail('link_unknown')
  const refused = await counted('code', caller)
  if (refused) return refused
  const file = await storeFile(`codes/link-${link}.png`, await codePicture(link, PAGE))
  return { file, path: `${PAGE}?scene=${link}` }
}
