// A launch in a browser that keeps no cookie inside the LMS's frame: the proof of the launch lies in the LMS's own storage.
// https://www.imsglobal.org/spec/lti-pm-s/v0p1 and https://www.imsglobal.org/spec/lti-cs-oidc/v0p1

const patience = 3000;

const step = document.getElementById('storage-step');
const { task, key, value, next, target, lmsOrigin } = step.dataset;
const messageId = crypto.randomUUID();

const storage = () => {
  const lms = window.parent === window ? window.opener : window.parent;
  if (!lms || target === '_parent') return lms;
  try {
    return lms.frames[target] ?? lms;
  } catch {
    return lms; // a frame of another site may be reached by its name, but not when there is none
  }
};

const lms = storage();
// Told to the LMS's own origin alone: whatever else frames this page must not learn the proof.
const ask = (message) => lms.postMessage(message, lmsOrigin);

const fail = () => {
  step.hidden = true;
  const words = document.getElementById('storage-failed');
  if (words) words.hidden = false;
};

const goOn = (proof) => {
  if (task === 'put') {
    window.location.replace(next);
    return;
  }
  ask({ subject: 'lti.put_data', message_id: crypto.randomUUID(), key, value: '' }); // room is scarce there
  document.getElementById('proof').value = proof;
  document.getElementById('proven').submit();
};

const waiting = setTimeout(fail, patience);

window.addEventListener('message', ({ data, origin }) => {
  if (origin !== lmsOrigin || data?.message_id !== messageId) return;
  if (data.subject !== `lti.${task}_data.response`) return;
  clearTimeout(waiting);
  if (data.error || typeof data.value !== 'string' || data.value === '') fail();
  else goOn(data.value);
});

if (lms)
  ask({ subject: `lti.${task}_data`, message_id: messageId, key, ...(task === 'put' ? { value } : {}) });
else fail();
