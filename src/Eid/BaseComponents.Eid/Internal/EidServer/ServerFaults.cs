using System.Net;
using System.Security.Cryptography;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>The faults of the component that speak of an eID server. None repeats what stood in an answer, but for the address of a result code.</summary>
internal static class ServerFaults
{
    public static EidException TimedOut(Exception inner) =>
        Transient("eid.server-unreachable", "The eID server did not answer in time. Is it overloaded, or is the way to it slow? Try again; the time is CallTimeout.", inner);

    public static EidException Unreachable(Exception inner) =>
        Transient("eid.server-unreachable", "The eID server cannot be reached, or the connection broke. Are address, proxy and firewall right, and is it running?", inner);

    public static EidException NotTrusted(Exception inner) => new(
        "eid.server-tls", "No secure connection to the eID server. Does its certificate lead to a configured trust anchor, and does it know the client certificate?", inner);

    public static EidException OfStatus(HttpStatusCode status) => (int)status switch
    {
        429 or >= 500 => Transient("eid.server-unreachable", $"The eID server, or a machine in front of it, answered with status {(int)status}. Try again later.", null),
        401 or 403 => new("eid.server-refused", $"The eID server refused the call with status {(int)status}. Is the client certificate registered there?"),
        _ => new("eid.server-refused", $"The eID server answered with status {(int)status}, which is no answer of SOAP. Is the address that of its SOAP endpoint?"),
    };

    public static EidException OfSoap(string kind) => new("eid.server-fault", $"The eID server answered with a SOAP fault ({kind}). {NextStep(kind)}") { IsTransient = kind == "Server" };

    public static EidException Refused(string reason, Exception inner) =>
        new("eid.server-answer", $"The answer of the eID server is not acceptable ({reason}). It was not used. If the server has changed its key or its clock is wrong, its operator knows.", inner);

    public static EidException CannotSign(CryptographicException inner) =>
        new("eid.server-configuration", "The request to the eID server cannot be signed. Is the private key of the signing certificate there, and may the process use it?", inner);

    public static EidException Configuration(string problem) => new("eid.server-configuration", $"The connection to the eID server cannot be used: {problem}.");

    public static EidException Request(string problem) => new("eid.server-request", $"The request to the eID server is not complete: {problem}.");

    public static EidException Rights(string code) =>
        new("eid.server-rights", $"The certificate of the service may not read what was asked for ({code}). Compare the demands with the rights that GetServerInfoAsync tells.");

    public static EidException Result(string code, bool isTransient) =>
        new("eid.server-result", $"The eID server could not do what was asked ({code}). Nothing that the citizen did.") { IsTransient = isTransient };

    public static EidException TooManyAnswers() =>
        Transient("eid.server-busy", "More answers of the eID server than can be remembered came within minutes; without the memory no answer is accepted. Spread the log-ins over more nodes.", null);

    private static string NextStep(string kind) => kind switch
    {
        "Server" => "Try again; if it stays, ask its operator.",
        "FailedAuthentication" or "InvalidSecurityToken" or "SecurityTokenUnavailable" => "Is the signing certificate registered there?",
        "FailedCheck" or "InvalidSecurity" => "Is the signing certificate registered there, and does nothing on the way change the message?",
        "MessageExpired" => "Compare the clocks.",
        _ => "Ask its operator, with the time of the call.",
    };

    private static EidException Transient(string code, string message, Exception? inner) => new(code, message, inner) { IsTransient = true };
}
