using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.OpenPgp.Opening;
using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>What is left when all layers are off.</summary>
/// <param name="Mail">The outermost header.</param>
/// <param name="From">The one sender whom it names, or null.</param>
/// <param name="Content">What the reader sees.</param>
/// <param name="IsEncrypted">Whether it was encrypted.</param>
/// <param name="Signatures">Those over the whole content, still to be judged.</param>
/// <param name="Verdict">What can be said without looking at anybody's certificate, and then is all there is to say.</param>
/// <param name="OpenPgp">Those of OpenPGP over the whole content, still to be judged.</param>
internal sealed record OpenedLayers(MimeMessage Mail, string? From, MimeLayer Content, bool IsEncrypted, CmsSignatures? Signatures, SignatureVerdict? Verdict, IReadOnlyList<CheckedSignature>? OpenPgp = null);
