using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Ldap.Internal;

/// <summary>The attributes of the options, checked by generated code.</summary>
[OptionsValidator]
internal sealed partial class LdapDirectoryOptionsValidator : IValidateOptions<LdapDirectoryOptions>;
