using System.Xml;
using BaseComponents.Sandbox.Eid.EidServer.Requests;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>What an application hands to an eID-Client (TR-03124-1, section 2.4).</summary>
/// <param name="Server">Where the eID-Server is.</param>
/// <param name="Refresh">Where the browser goes in the end.</param>
/// <param name="CommunicationError">Where it goes if the server cannot be reached.</param>
/// <param name="Psk">Identifies the session to the server.</param>
internal sealed record TcToken(Uri Server, Uri Refresh, Uri? CommunicationError, PreSharedKey Psk)
{
    private const string Paos = "urn:liberty:paos:2006-08";
    private const string PskTls = "urn:ietf:rfc:4279";
    private static readonly string[] _names = ["ServerAddress", "SessionIdentifier", "RefreshAddress", "CommunicationErrorAddress", "Binding", "PathSecurity-Protocol", "PathSecurity-Parameters"];

    /// <exception cref="TcTokenException">It is none, or none that a client would take.</exception>
    public static TcToken Read(string xml)
    {
        var root = Load(xml);
        if (root is not { LocalName: "TCTokenType", NamespaceURI: "" })
            throw new TcTokenException("Die Wurzel heißt TCTokenType und hat keinen Namensraum");
        if (root.Children().FirstOrDefault(child => child.NamespaceURI.Length > 0 || !_names.Contains(child.LocalName)) is { } unknown)
            throw new TcTokenException($"{unknown.LocalName} gehört nicht in ein TcToken");
        var error = Text(root, "CommunicationErrorAddress") is { Length: > 0 } address ? Address(address, "CommunicationErrorAddress") : null;
        if (error is not null && Text(root, "RefreshAddress") is not { Length: > 0 })
            throw new TcTokenException("Die Anwendung meldet, dass sie nichts vorbereitet hat") { CommunicationError = error };
        RequireProtocols(root);
        return new TcToken(Address(Needed(root, "ServerAddress"), "ServerAddress"), Address(Needed(root, "RefreshAddress"), "RefreshAddress"), error, new PreSharedKey(Needed(root, "SessionIdentifier"), Key(root)));
    }

    private static void RequireProtocols(XmlElement root)
    {
        if (Needed(root, "Binding") != Paos)
            throw new TcTokenException($"Binding ist {Paos}");
        if (Needed(root, "PathSecurity-Protocol") != PskTls)
            throw new TcTokenException($"PathSecurity-Protocol ist {PskTls}");
    }

    private static string Key(XmlElement root)
    {
        var key = root.Child("PathSecurity-Parameters", "")?.Children().ToArray() is [{ LocalName: "PSK", NamespaceURI: "" } psk] ? psk.Text() : "";
        return key.Length is > 0 && key.Length % 2 == 0 && key.All(char.IsAsciiHexDigit)
            ? key.ToLowerInvariant()
            : throw new TcTokenException("In PathSecurity-Parameters steht ein PSK in hexadezimalen Ziffern, zwei je Oktett");
    }

    private static Uri Address(string text, string name) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && ClientRules.IsAllowed(address) ? address : throw new TcTokenException($"{name} ist keine Adresse mit https (auf diesem Rechner auch http)");

    private static string Needed(XmlElement root, string name) => Text(root, name) is { Length: > 0 } text ? text : throw new TcTokenException($"{name} fehlt oder ist leer");

    private static string? Text(XmlElement root, string name)
    {
        var elements = root.Children(name, "").ToArray();
        return elements switch
        {
            [] => null,
            [var only] when !only.Children().Any() => only.Text(),
            _ => throw new TcTokenException($"{name} steht doppelt oder enthält Elemente"),
        };
    }

    private static XmlElement Load(string xml)
    {
        try
        {
            return StrictXml.Read(xml);
        }
        catch (XmlException)
        {
            throw new TcTokenException("Das ist kein XML");
        }
    }
}
