/** Where a picture of the cloud's storage is found. A mini-program shows file ids as they are. */
export function pictureSrc(fileId: string): string {
  return fileId
}
