/** Reads the form of the verification page, its file included, into memory. Nothing is written anywhere. */
import { pipeline } from 'node:stream/promises';
import type busboy from 'busboy';
import type { Request } from 'express';
import { Problem } from '../../../shared/problem.js';

export interface HandedForm {
  address: string;
  text: string;
  email: string;
  /** Undefined when no file was chosen, or an empty one. */
  file?: Uint8Array;
  /** A file was chosen, and it is empty. */
  isFileEmpty?: boolean;
}

/** Bytes. */
export const largestUpload = 2 * 1024 * 1024;

const limits = {
  fields: 6,
  files: 1,
  parts: 8,
  fieldNameSize: 40,
  fieldSize: largestUpload,
  fileSize: largestUpload,
};

/** @throws Problem request-too-large; request-invalid for another content type, a broken body or too many parts */
export async function readHandedForm(req: Request): Promise<HandedForm> {
  const form: HandedForm = { address: '', text: '', email: '' };
  const chunks: Buffer[] = [];
  let fault: Problem | undefined;
  let isFileChosen = false;
  const tooLarge = (): void => void (fault = new Problem('request-too-large'));
  const tooMany = (): void => void (fault = new Problem('request-invalid', { detail: 'too many parts' }));

  const parser = await parserFor(req);
  parser.on('field', (name, value, info) => {
    if (info.valueTruncated) tooLarge();
    else if (name === 'address' || name === 'email') form[name] = value.trim();
    else if (name === 'text') form.text = value;
  });
  parser.on('file', (name, stream, info) => {
    // browsers send a field without a name of a file where none was chosen
    isFileChosen ||= name === 'file' && Boolean(info.filename);
    // cut off in the middle: the parser tells of it as well, but an error that nobody hears ends the process
    stream.on('error', () => undefined);
    stream.on('limit', () => {
      fault = new Problem('request-too-large', { facts: { about: 'file' } });
    });
    stream.on('data', (chunk: Buffer) => {
      if (name === 'file') chunks.push(chunk);
    });
  });
  for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(event, tooMany);
  try {
    await pipeline(req, parser);
  } catch (error) {
    throw new Problem('request-invalid', { detail: 'the form is broken', cause: error });
  }
  if (fault) throw fault;
  const file = Buffer.concat(chunks);
  return file.length === 0 ? { ...form, isFileEmpty: isFileChosen } : { ...form, file };
}

async function parserFor(req: Request): Promise<busboy.Busboy> {
  // Loaded with the first form: Acquis starts sooner.
  const { default: busboy } = await import('busboy');
  try {
    return busboy({ headers: req.headers, limits });
  } catch (error) {
    throw new Problem('request-invalid', { detail: 'neither multipart nor urlencoded', cause: error });
  }
}
