using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>The attributes of the options, checked by generated code.</summary>
[OptionsValidator]
internal sealed partial class BundIdOptionsValidator : IValidateOptions<BundIdOptions>;

/// <summary>The attributes of the options, checked by generated code.</summary>
[OptionsValidator]
internal sealed partial class UnternehmenskontoOptionsValidator : IValidateOptions<UnternehmenskontoOptions>;
