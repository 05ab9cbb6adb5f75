/** Pictures in full size above the mini-program, as `wx.previewImage` shows them. */
import { build } from './dom'

/** What is looked at: all pictures, and which of them is shown. */
export interface Preview {
  readonly urls: readonly string[]
  readonly current: number
}

/** The viewer of one phone. A tap on the picture closes it, the arrows turn the leaf. */
export class Viewer {
  /** Undefined while it is closed. */
  shown: Preview | undefined

  constructor(private readonly layer: HTMLElement) {}

  /** `address` tells where the browser finds a picture. */
  show(preview: Preview, address: (url: string) => string): void {
    this.close()
    const { urls, current } = (this.shown = preview)
    const picture = build('img', 'phone-preview-picture')
    picture.setAttribute('src', address(urls[current] ?? ''))
    picture.addEventListener('click', () => {
      this.close()
    })
    const turn = (mark: string, by: number) => {
      const arrow = build('div', `phone-preview-turn phone-preview-${by < 0 ? 'back' : 'on'}`, mark)
      arrow.hidden = urls[current + by] === undefined
      arrow.addEventListener('click', () => {
        this.show({ urls, current: current + by }, address)
      })
      return arrow
    }
    const count = build('div', 'phone-preview-count', `${current + 1}/${urls.length}`)
    this.layer.append(build('div', 'phone-preview', picture, count, turn('‹', -1), turn('›', 1)))
  }

  close(): void {
    this.shown = undefined
    this.layer.querySelector('.phone-preview')?.remove()
  }
}
