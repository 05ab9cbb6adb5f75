/** Where a picture of the cloud's storage is found: `cloud://<environment>.<bucket>/<path>`. */
export function pictureSrc(fileId: string): string {
  return fileId.replace(/^cloud:\/\/[^/]+\//, '/_emulator/files/')
}
