using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>One layer of a mail: its bytes (headers and body), and what they parse to.</summary>
internal sealed record MimeLayer(byte[] Bytes, MimeEntity Entity);
