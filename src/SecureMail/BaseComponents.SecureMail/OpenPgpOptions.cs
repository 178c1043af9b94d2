using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>Our own OpenPGP keys. Those of recipients and signers stand in <see cref="SecureMailOptions.Recipients"/>.</summary>
public sealed class OpenPgpOptions
{
    /// <summary>The sender's secret key, one of whose user ids names <see cref="SenderOptions.Address"/>.</summary>
    /// <value><see langword="null"/>: mail to recipients that have an OpenPGP key only is refused.</value>
    public OpenPgpKeyOptions? SigningKey { get; set; }

    /// <summary>Secret keys that received mail may be encrypted for: the current ones and those before.</summary>
    /// <value>Empty: mail that is encrypted with OpenPGP cannot be read.</value>
    public IList<OpenPgpKeyOptions> DecryptionKeys { get; set; } = [];

    /// <summary>Domains whose own directories say the keys of recipients who do not stand in <see cref="SecureMailOptions.Recipients"/>.</summary>
    /// <value>None: keys come from the settings alone.</value>
    [Required, ValidateObjectMembers]
    public WebKeyDirectoryOptions WebKeyDirectory { get; set; } = new();
}
