namespace BaseComponents.Eid.Saml.BundId;

/// <summary>Says before a request is sent what BundID would refuse, what would be unsafe, and what cannot be undone later.</summary>
/// <remarks>Codes of BundID: interface description 10.2, section 9.6. Those of this package begin with <c>lint-</c>.</remarks>
public static class BundIdLinter
{
    private const int ShownCharacters = 50;
    private static readonly string[] Languages = ["de", "en", "ru", "uk"];

    /// <summary>All findings about what is asked for and who asks.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="serviceProvider">Who asks.</param>
    /// <param name="registeredEntityId">The entity id that BundID knows already; null where there is none yet.</param>
    public static IReadOnlyList<SamlFinding> Check(BundIdRequest request, SamlServiceProvider serviceProvider, string? registeredEntityId = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return [.. Display(request), .. Attributes(request), .. EntityId(serviceProvider.EntityId, registeredEntityId), .. Back(request, serviceProvider), .. Keys(serviceProvider)];
    }

    private static IEnumerable<SamlFinding> Display(BundIdRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.OrganisationDisplayName))
            yield return Error("organization-display-name-missing", "OrganisationDisplayName is empty. Name the authority as citizens know it.");
        else if (request.OrganisationDisplayName.Length > ShownCharacters)
            yield return Warning("lint-organization-display-name-long", $"OrganisationDisplayName has {request.OrganisationDisplayName.Length} characters; BundID may cut it after {ShownCharacters}.");
        if (string.IsNullOrWhiteSpace(request.OnlineServiceId))
            yield return Error("lint-online-service-id-missing", "OnlineServiceId (BMI-ID) is mandatory since 30 June 2025. It is assigned when the service is registered.");
        if (!Languages.Contains(request.Language, StringComparer.Ordinal))
            yield return Error("lint-language", $"Language must be one of {string.Join(", ", Languages)}.");
    }

    private static IEnumerable<SamlFinding> Attributes(BundIdRequest request)
    {
        foreach (var attribute in request.Attributes)
        {
            if (attribute.Attribute is not { } name || !BundIdAttributes.Of.ContainsKey(name))
                yield return Error("requested-attributes-missing-name", $"BundID has no attribute for {attribute.Attribute?.ToString() ?? "an entry without a name"}. Take it out of Attributes.");
            else if (string.IsNullOrWhiteSpace(attribute.Purpose))
                yield return Error("lint-purpose-missing", $"{name} is asked for without a purpose. Say what it is needed for, or leave it out.");
            if (attribute is { Required: true, Attribute: EidAttribute.Pseudonym or EidAttribute.Mailbox })
                yield return Warning("lint-hides-guest-login", $"{attribute.Attribute} is required: BundID then hides the log-in without an account. Make it optional if guests are welcome.");
        }

        if (request.Attributes.GroupBy(attribute => attribute.Attribute).Any(group => group.Count() > 1))
            yield return Error("lint-attribute-twice", "An attribute is asked for twice. Leave one of the two entries.");
        if (request.Methods.Distinct().Count() != request.Methods.Count)
            yield return Warning("lint-method-twice", "A method is named twice.");
    }

    private static IEnumerable<SamlFinding> EntityId(string entityId, string? registered)
    {
        if (EntityIdRules.Failure(entityId) is { } failure)
        {
            yield return Error("lint-entity-id", failure);
            yield break;
        }

        var address = new Uri(entityId);
        if (registered is not null && Uri.TryCreate(registered, UriKind.Absolute, out var known) && !string.Equals(known.Host, address.Host, StringComparison.OrdinalIgnoreCase))
            yield return Error("lint-entity-id-host-changed", $"EntityId moves from the host {known.Host} to {address.Host}: every citizen would get a new pseudonym and lose the old one for good. Keep the host for as long as the service lives, also when the vendor changes.");
        else if (registered is not null && registered != entityId)
            yield return Warning("lint-entity-id-changed", "EntityId differs from the registered one. BundID refuses requests until the new metadata is in place.");
    }

    private static IEnumerable<SamlFinding> Back(BundIdRequest request, SamlServiceProvider serviceProvider)
    {
        if (request.BackAddress is { } back && (!back.IsAbsoluteUri || back.Scheme != serviceProvider.AnswerAddress.Scheme || back.Authority != serviceProvider.AnswerAddress.Authority))
            yield return Error("lint-back-address", "BackAddress must be a fixed address of this application: BundID sends the browser there unchecked.");
    }

    private static IEnumerable<SamlFinding> Keys(SamlServiceProvider serviceProvider)
    {
        if (serviceProvider.DecryptionCertificates.Count == 0)
            yield return Error("lint-no-decryption-key", "There is no certificate to decrypt with; BundID encrypts every assertion.");
        else if (serviceProvider.DecryptionCertificates.Any(certificate => certificate.Thumbprint == serviceProvider.SigningCertificate.Thumbprint))
            yield return Warning("lint-one-key-for-both", "One certificate signs and decrypts. Two are easier to change one after the other.");
    }

    private static SamlFinding Error(string code, string message) => new(SamlFindingSeverity.Error, code, message);

    private static SamlFinding Warning(string code, string message) => new(SamlFindingSeverity.Warning, code, message);
}
