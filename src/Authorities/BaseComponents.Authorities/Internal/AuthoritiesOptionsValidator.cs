using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal;

[OptionsValidator]
internal sealed partial class AuthoritiesOptionsValidator : IValidateOptions<AuthoritiesOptions>;
