using BaseComponents.Sandbox.Eid.Persons;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>What a client needs to know, under the names of its settings.</summary>
internal static class BrokerSettings
{
    /// <summary>Where applications of the Sandbox wait for log-outs.</summary>
    public const string LogoutPath = "/signout-eidbroker";

    private const string Section = "BaseComponents:Eid:Broker:";
    private const string KeySection = "BaseComponents:Eid:BrokerWithKey:";

    public static IEnumerable<KeyValuePair<string, string?>> Of(BrokerAddresses addresses, BrokerClient client, KeyClient keyClient, string trustAnchors) =>
    [
        .. Settings(addresses, client, trustAnchors).Select(setting => KeyValuePair.Create(Section + setting.Name, (string?)setting.Value)),
        .. Settings(addresses, client, trustAnchors).Where(setting => setting.Name is not ("ClientId" or "ClientSecret")).Concat(WithKey(keyClient)).Select(setting => KeyValuePair.Create(KeySection + setting.Name, (string?)setting.Value)),
    ];

    private static IEnumerable<(string Name, string Value)> WithKey(KeyClient client) =>
    [
        ("ClientId", KeyClient.Id),
        ("Client:Authentication", "PrivateKeyJwt"),
        ("Client:RequestObjects", "Always"),
        ("Client:SigningCertificates:0:Pem", client.Pem),
        ("Client:DecryptionCertificates:0:Pem", client.Pem),
        ("Tokens:RequireEncryptedIdToken", "true"),
        ("Tokens:RequireEncryptedUserInfo", "true"),
        ("Tokens:RequireEncryptedLogoutToken", "true"),
    ];

    private static IEnumerable<(string Name, string Value)> Settings(BrokerAddresses addresses, BrokerClient client, string trustAnchors) =>
    [
        ("Environment", "Sandbox"),
        ("Authority", addresses.Issuer.AbsoluteUri),
        ("ClientId", BrokerClient.Id),
        ("ClientSecret", client.Secret),
        ("TrustAnchorsPem", trustAnchors),
        ("MinimumLevel", "Substantial"),
        ("BackChannelLogoutPath", LogoutPath),
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
