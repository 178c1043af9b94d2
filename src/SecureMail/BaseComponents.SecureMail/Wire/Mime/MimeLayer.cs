using BaseComponents.SecureMail.Wire.Streams;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>One layer of a mail: its octets (headers and body), and what they parse to. The contents of the parts stay where they are.</summary>
/// <param name="Octets">From the first header to the end.</param>
/// <param name="Entity">Parsed.</param>
/// <param name="Messages">Where the mails inside begin and end.</param>
internal sealed record MimeLayer(IOctets Octets, MimeEntity Entity, IReadOnlyDictionary<MimeMessage, (long Begin, long End)> Messages);
