using System.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Requests;

/// <summary>A request for a log-in that is in order so far as SAML 2.0 goes.</summary>
/// <param name="Id">What the answer refers to.</param>
/// <param name="Issuer">Entity id of the application.</param>
/// <param name="AnswerAddress">Where the answer is posted to: an address on this machine.</param>
/// <param name="MinimumContext">Context class that is asked for at least.</param>
/// <param name="RelayState">What the application wants back unchanged.</param>
/// <param name="Extensions">What the service itself understands.</param>
internal sealed record AuthnRequest(string Id, string Issuer, string AnswerAddress, string? MinimumContext, string? RelayState, XmlElement? Extensions);
