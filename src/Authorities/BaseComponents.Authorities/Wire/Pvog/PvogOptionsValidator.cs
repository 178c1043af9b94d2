using BaseComponents.Authorities.Pvog;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Wire.Pvog;

[OptionsValidator]
internal sealed partial class PvogOptionsValidator : IValidateOptions<PvogOptions>;
