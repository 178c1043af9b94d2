namespace BaseComponents.Eid.AspNetCore;

/// <summary>How this application proves to the broker who it is (OpenID Connect Core 1.0, section 9).</summary>
public enum BrokerClientAuthentication
{
    /// <summary>The secret stands in the form: <c>client_secret_post</c>.</summary>
    ClientSecretPost,

    /// <summary>The secret stands in the header: <c>client_secret_basic</c>.</summary>
    ClientSecretBasic,

    /// <summary>A statement signed with a key of this application, good for two minutes: <c>private_key_jwt</c> (RFC 7523).</summary>
    PrivateKeyJwt,
}
