namespace BaseComponents.Eid.AspNetCore;

/// <summary>What the broker's tokens must be, beyond signed.</summary>
public sealed class EidBrokerTokenOptions
{
    /// <summary>Refuses ID tokens that are not encrypted.</summary>
    /// <value><see langword="false"/>: both are taken.</value>
    public bool RequireEncryptedIdToken { get; set; }

    /// <summary>Refuses userinfo that is not a signed token.</summary>
    /// <value><see langword="false"/>: plain JSON is taken too; TLS carries it.</value>
    public bool RequireSignedUserInfo { get; set; }

    /// <summary>Refuses userinfo that is not a signed token within an encrypted one.</summary>
    /// <value><see langword="false"/></value>
    public bool RequireEncryptedUserInfo { get; set; }

    /// <summary>Refuses logout tokens that are not encrypted.</summary>
    /// <value><see langword="false"/></value>
    public bool RequireEncryptedLogoutToken { get; set; }
}
