import { takePictures } from './fileField'

/** What some browsers have to read codes with (Shape Detection API). */
interface Detector {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}

type DetectorClass = new () => Detector

function detectorClass(): DetectorClass | undefined {
  return (window as Window & { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector
}

/** Whether codes can be scanned here; where not, they are typed. */
export const canScan = detectorClass() !== undefined

/** Has a photograph of a code read; undefined when none was taken, or nothing is on it. */
export async function scan(): Promise<string | undefined> {
  const Detector = detectorClass()
  const [photograph] = await takePictures(1, 'camera')
  if (!Detector || !photograph) return undefined
  const [code] = await new Detector().detect(await createImageBitmap(photograph))
  return code?.rawValue
}
