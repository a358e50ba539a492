// Passkeys (WebAuthn): asks the browser, and sends what it answers as JSON with the form.

function fromBase64(text) {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0)).buffer;
}

function toBase64(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
  return btoa(letters.join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// The server writes bytes as text, wherever they stand in its options.
function decoded(options) {
  const made = { ...options, challenge: fromBase64(options.challenge) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (options[list]) made[list] = options[list].map((one) => ({ ...one, id: fromBase64(one.id) }));
  }
  if (options.user) made.user = { ...options.user, id: fromBase64(options.user.id) };
  return made;
}

function encoded(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const given = parts.filter((part) => response[part]);
  return {
    type: credential.type,
    id: credential.id,
    rawId: toBase64(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    response: {
      ...Object.fromEntries(given.map((part) => [part, toBase64(response[part])])),
      ...(response.getTransports ? { transports: response.getTransports() } : {}),
    },
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function optionsOf(form) {
  const written = document.getElementById("passkey-options");
  if (written) {
    const { request_options: asked, creation_options: made } = JSON.parse(written.textContent);
    return (asked ?? made).publicKey;
  }
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`the challenge was refused: ${answer.status}`);
  return (await answer.json()).request_options.publicKey;
}

async function answerOf(form) {
  const publicKey = decoded(await optionsOf(form));
  if (form.dataset.passkey !== "create") return navigator.credentials.get({ publicKey });
  const alone = form.elements.passwordless?.checked;
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: Boolean(alone),
    ...(alone ? { userVerification: "required" } : {}),
  };
  return navigator.credentials.create({ publicKey });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const button = form.querySelector("[data-passkey-button]");
  if (!button || !window.PublicKeyCredential) continue;
  const problem = form.querySelector("[data-passkey-error]");
  const none = form.querySelector("[data-passkey-none]");
  if (none) none.hidden = true;
  button.hidden = false;
  button.addEventListener("click", async () => {
    problem.hidden = true;
    button.disabled = true;
    try {
      const field = form.querySelector("[data-passkey-credential], [name=credential]");
      field.value = JSON.stringify(encoded(await answerOf(form)));
      form.submit();
    } catch (error) {
      problem.hidden = false;
      button.disabled = false;
      if (!(error instanceof DOMException)) throw error;
    }
  });
}
