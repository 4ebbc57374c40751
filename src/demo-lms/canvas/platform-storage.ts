/**
 * Platform storage of the Canvas-like LMS: what tools keep while a page of the LMS is open, by the tool's origin.
 * The text below runs in the browser, in the LMS page; the frame `post_message_forwarding` hands it the tools' messages.
 * https://www.imsglobal.org/spec/lti-cs-pm/v0p1 and https://www.imsglobal.org/spec/lti-pm-s/v0p1
 */

const keyLimit = 500;
/** Characters a page may store in total; overwriting counts again. */
const characterLimit = 4096;

export const platformStorageScript = `
(() => {
  const stores = new Map();
  const fail = (code, message) => ({ error: { code, message } });
  const forwarded = 'post_message_forwarding';
  const supported = [
    { subject: 'lti.capabilities' }, { subject: 'lti.fetchWindowSize' }, { subject: 'lti.frameResize' },
    { subject: 'lti.put_data', frame: forwarded }, { subject: 'lti.get_data', frame: forwarded },
  ];
  function put(origin, data) {
    const store = stores.get(origin) ?? { values: new Map(), characters: 0 };
    stores.set(origin, store);
    if (!data.key || !data.message_id) return fail('bad_request', "Missing required 'key' or 'message_id'");
    if (!data.value) { store.values.delete(data.key); return { key: data.key, value: null }; }
    const size = String(data.key).length + String(data.value).length;
    const isNew = !store.values.has(data.key);
    if ((isNew && store.values.size >= ${keyLimit}) || store.characters + size > ${characterLimit})
      return fail('storage_exhaustion', 'Reached storage limit');
    store.characters += size;
    store.values.set(data.key, data.value);
    return { key: data.key, value: data.value };
  }
  function get(origin, data) {
    if (!data.key || !data.message_id) return fail('bad_request', "Missing required 'key' or 'message_id'");
    return { key: data.key, value: stores.get(origin)?.values.get(data.key) ?? null };
  }
  function answer(origin, data) {
    switch (data.subject) {
      case 'lti.capabilities': return { supported_messages: supported };
      case 'lti.put_data': return put(origin, data);
      case 'lti.get_data': return get(origin, data);
      case 'lti.fetchWindowSize': return { height: innerHeight, width: innerWidth, scrollY };
      case 'lti.frameResize': {
        const height = Number.parseInt(data.height, 10);
        if (Number.isFinite(height) && height > 0) document.getElementById('tool_content').style.height = height + 'px';
        return {};
      }
      default: return undefined;
    }
  }
  window.answerToolMessage = ({ data: sent, origin, source }) => {
    let data = sent;
    if (typeof sent === 'string') { try { data = JSON.parse(sent); } catch { return; } }
    if (!source || typeof data?.subject !== 'string' || data.subject.endsWith('.response')) return;
    const content = answer(origin, data);
    if (!content) return;
    source.postMessage({ subject: data.subject + '.response', message_id: data.message_id, ...content }, origin);
  };
  addEventListener('message', window.answerToolMessage);
})();
`;

/** The page in the sibling frame: same origin as the LMS page, so it may call it. */
export const forwardingFramePage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Message forwarding</title></head><body><script>
addEventListener('message', (event) => { if (event.source !== parent) parent.answerToolMessage?.(event); });
</script></body></html>
`;
