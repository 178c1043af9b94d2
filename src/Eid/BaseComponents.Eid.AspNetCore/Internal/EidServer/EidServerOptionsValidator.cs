using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>The attributes of the options, checked by generated code.</summary>
[OptionsValidator]
internal sealed partial class EidServerOptionsValidator : IValidateOptions<EidServerOptions>;
