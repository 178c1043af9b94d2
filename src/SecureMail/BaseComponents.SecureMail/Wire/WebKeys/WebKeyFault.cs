using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Wire.WebKeys;

/// <summary>Why a directory says nothing, in words that name nobody.</summary>
internal static class WebKeyFault
{
    public static SecureMailException Of(FetchProblem? problem, RecipientPlace recipient) =>
        RecipientRefusal.Unanswered(recipient, "The Web Key Directory of its domain " + Words(problem), isTransient: problem is FetchProblem.NameUnknown or FetchProblem.Unreachable or FetchProblem.Status or FetchProblem.TooSlow);

    public static string Words(FetchProblem? problem) => problem switch
    {
        FetchProblem.NameUnknown => "has no address in the name service.",
        FetchProblem.Unreachable => "is not reached, or its TLS certificate is not trusted (OpenPgp:WebKeyDirectory:Domains:n:TrustAnchorsPem).",
        FetchProblem.TooSlow => "takes longer than OpenPgp:WebKeyDirectory:Timeout.",
        FetchProblem.TooLong => "answers with more than a key can have.",
        FetchProblem.Status => "is out of order (HTTP status).",
        FetchProblem.Redirects => "sends us on without end.",
        FetchProblem.Place => "stands, or sends us, where strangers must not make this process call. If it is inside the network, name it: OpenPgp:WebKeyDirectory:Domains:n:Server.",
        FetchProblem.Scheme or FetchProblem.Form => "sends us on to an address that is not https on its own port.",
        _ => "answers with something that is no key in binary form.",
    };
}
