using BaseComponents.Sandbox.Eid.Persons;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>What a client needs to know, under the names of its settings.</summary>
internal static class BrokerSettings
{
    private const string Section = "BaseComponents:Eid:Broker:";

    public static IEnumerable<KeyValuePair<string, string?>> Of(BrokerAddresses addresses, BrokerClient client, string trustAnchors) =>
        Settings(addresses, client, trustAnchors).Select(setting => KeyValuePair.Create(Section + setting.Name, (string?)setting.Value));

    private static IEnumerable<(string Name, string Value)> Settings(BrokerAddresses addresses, BrokerClient client, string trustAnchors) =>
    [
        ("Environment", "Sandbox"),
        ("Authority", addresses.Issuer.AbsoluteUri),
        ("ClientId", BrokerClient.Id),
        ("ClientSecret", client.Secret),
        ("TrustAnchorsPem", trustAnchors),
        ("MinimumLevel", "Substantial"),
        ("AcrValues:0", "http://eidas.europa.eu/LoA/substantial"),
        ("Scopes:0", "profile"),
        ("Scopes:1", "email"),
        ("Scopes:2", "address"),
        ("Scopes:3", PersonClaims.EidScope),
        ("NoAddressTexts:0", SandboxPersons.NoHome),
        ("ClaimNames:Mailbox", "mailbox_handle"),
        ("ClaimNames:OrganisationName", "organization_name"),
        ("ClaimNames:LegalForm", "organization_legal_form"),
        ("ClaimNames:RegisterNumber", "organization_register_number"),
        ("ClaimNames:RegisterCourt", "organization_register_court"),
        ("ClaimNames:Trust", "attribute_trust"),
        ("ClaimNames:Absence", "attribute_absence"),
    ];
}
