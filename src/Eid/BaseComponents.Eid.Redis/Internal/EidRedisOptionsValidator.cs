using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.Redis.Internal;

/// <summary>The attributes of the options, checked by generated code.</summary>
[OptionsValidator]
internal sealed partial class EidRedisOptionsValidator : IValidateOptions<EidRedisOptions>;
