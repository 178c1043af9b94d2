using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Requests;

/// <summary>A message as its binding carried it.</summary>
/// <param name="Root">The message.</param>
/// <param name="RelayState">What the application wants back unchanged.</param>
/// <param name="IsSignedBy">Asks whether a certificate's key signed it; null where nobody did.</param>
internal sealed record ReceivedMessage(XmlElement Root, string? RelayState, Func<X509Certificate2, bool>? IsSignedBy);
