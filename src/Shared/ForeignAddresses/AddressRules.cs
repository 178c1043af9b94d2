namespace BaseComponents.Shared.ForeignAddresses;

/// <summary>What can be told from an address before anybody is asked for it.</summary>
internal static class AddressRules
{
    public static FetchProblem? Check(Uri address, FetchRules rules)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(rules.AllowsHttp && address.Scheme == Uri.UriSchemeHttp)))
            return FetchProblem.Scheme;
        var isTrusted = rules.Trusts(address.IdnHost);
        if (address.UserInfo.Length > 0 || (!address.IsDefaultPort && !isTrusted))
            return FetchProblem.Form;
        return rules.Proxy is not null && !isTrusted ? FetchProblem.Place : null;
    }
}
