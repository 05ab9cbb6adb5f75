const paths = {
  people:
    'M8 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 8 11Zm-5.6 8.4c.5-3 2.6-4.9 5.6-4.9s5.1 1.9 5.6 4.9M15.5 10.6a2.7 2.7 0 1 0 0-5.4M16.6 14.7c2.6.4 4.3 2.1 4.8 4.7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.2l3.4 2',
  cashier: 'M3.5 6.5h17v11h-17zM3.5 10h17M7 14.3h4',
  refund: 'M8.5 5.5 4 10l4.5 4.5M4.5 10H14a5.5 5.5 0 0 1 0 11h-3',
  channels: 'M4 8h16v11H4zM8 4l4 4 4-4M10.5 11v5l4-2.5z',
  transfer: 'M4 8.5h13.5M14 5l3.5 3.5L14 12M20 15.5H6.5M10 12l-3.5 3.5L10 19',
  message: 'M4 5h16v11.5H10.5L6.5 20v-3.5H4zM8 9.2h8M8 12.5h5',
  documents:
    'M12 3.5c4.4 0 7.5 1.3 7.5 3s-3.1 3-7.5 3-7.5-1.3-7.5-3 3.1-3 7.5-3ZM4.5 6.5v11c0 1.7 3.1 3 7.5 3s7.5-1.3 7.5-3v-11M4.5 12c0 1.7 3.1 3 7.5 3s7.5-1.3 7.5-3',
  files: 'M4 5h16v14H4zM4 16l4.5-5 3.5 4 2.5-2.5L20 18M15.5 9.5h.01',
  log: 'M5 6h14M5 10.5h9M5 15h12M5 19.5h6',
  faults: 'M13 3 5.5 13.5H11L10 21l8-11h-5.7z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4',
} as const

/** The drawings that the navigation has. */
export type IconName = keyof typeof paths

const namespace = 'http://www.w3.org/2000/svg'

/** Draws an icon in the colour of the text around it. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(namespace, 'svg')
  drawing.setAttribute('viewBox', '0 0 24 24')
  drawing.setAttribute('class', 'icon')
  drawing.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', paths[name])
  drawing.append(path)
  return drawing
}
