import { domLengths, domSelector, styleSheet } from '../../emulator/phone/wxss'

test('tags of WeChat become the elements that stand for them', () => {
  expect(domSelector('page view.row > image:first-child, .text')).toBe(
    '.phone-page wx-view.row > wx-image:first-child, .text',
  )
  expect(domSelector('swiper-item, swiper')).toBe('wx-swiper-item, wx-swiper')
  expect(domSelector('.page-view, #view')).toBe('.page-view, #view')
})

test('lengths follow the phone and not the window', () => {
  expect(domLengths('margin: -1.5rpx 100vw 50vh 3px')).toBe(
    'margin: calc(-1.5 * var(--rpx)) calc(100 * var(--vw)) calc(50 * var(--vh)) 3px',
  )
})

test('a style sheet takes its imports in, and at-rules keep their words', () => {
  const files: Record<string, string> = {
    'a/b.wxss': '@import "../c.wxss"; @media (min-width: 1px) { view { top: 0 } } /* text { */',
    'c.wxss': 'text{left:1px}',
  }
  expect(styleSheet((path) => files[path], 'a/b.wxss').replace(/\s+/g, ' ')).toBe(
    'wx-text{left:1px} @media (min-width: 1px) { wx-view { top: 0 } } ',
  )
})

test('a package without the sheet has no styles', () => {
  expect(styleSheet(() => undefined, 'a.wxss')).toBe('')
})
