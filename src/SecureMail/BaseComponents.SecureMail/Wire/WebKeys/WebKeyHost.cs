using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Wire.WebKeys;

/// <summary>Where the keys of one domain are fetched.</summary>
/// <param name="Fetcher">Bounded in length, time, redirects and places; only https.</param>
/// <param name="Server">Where the settings say that it stands; null for the places that the domain itself says.</param>
internal sealed record WebKeyHost(ForeignFetcher Fetcher, Uri? Server = null);
