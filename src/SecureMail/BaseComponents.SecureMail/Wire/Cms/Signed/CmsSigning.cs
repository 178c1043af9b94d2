using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>Who signs, and how.</summary>
/// <param name="Certificate">With its private key: RSA, or one on a curve that .NET knows.</param>
/// <param name="Intermediates">Sent along.</param>
/// <param name="Padding">Of an RSA signature.</param>
/// <param name="Time">Claimed time of signing.</param>
internal sealed record CmsSigning(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates, SignaturePadding Padding, DateTimeOffset Time);
