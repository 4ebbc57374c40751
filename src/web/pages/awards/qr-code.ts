/** An address as QR code, for the printed sheet and for opening the page on a telephone. ISO/IEC 18004. */

/** A data: address of an SVG picture. */
export async function qrCode(address: string): Promise<string> {
  // Loaded with the first sheet: Acquis starts sooner.
  const { default: QRCode } = await import('qrcode');
  const svg = await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
