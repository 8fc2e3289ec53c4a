// What a still picture in SVG may be made of: elements and attributes that neither run, load, move nor lead anywhere.

/** The namespace of SVG. */
export const SVG = "http://www.w3.org/2000/svg";
/** The namespace of `xlink:href`, the older form of `href`. */
export const XLINK = "http://www.w3.org/1999/xlink";
/** The namespace of `xml:space` and `xml:lang`. */
export const XML = "http://www.w3.org/XML/1998/namespace";

/** Namespaces of what drawing programs note down for themselves; a browser shows nothing of it. */
export const NOTES: readonly string[] = [
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "http://purl.org/dc/elements/1.1/",
  "http://creativecommons.org/ns#",
  "http://web.resource.org/cc/",
  "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
  "http://www.inkscape.org/namespaces/inkscape",
  "http://xml.openoffice.org/svg/export",
];

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** The elements of SVG 1.1 and 2 that draw, describe or style. */
export const ELEMENTS = words(`
  svg g defs symbol use title desc metadata style switch view
  path rect circle ellipse line polyline polygon text tspan textPath image
  clipPath mask pattern marker linearGradient radialGradient stop
  font font-face glyph missing-glyph hkern vkern
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
  feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`);

/** Their attributes, but for `href` and `style`, whose values are looked at. */
export const ATTRIBUTES = words(`
  id class lang tabindex role version baseProfile enable-background zoomAndPan contentScriptType contentStyleType
  viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength
  dx dy rotate textLength lengthAdjust startOffset method spacing side transform
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
  filterUnits primitiveUnits filterRes in in2 result mode type values operator k1 k2 k3 k4 order kernelMatrix divisor
  bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
  specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z scale xChannelSelector
  yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope intercept
  amplitude exponent requiredFeatures systemLanguage media overflow clip clip-path clip-rule mask mask-type opacity
  alignment-baseline baseline-shift color color-interpolation color-interpolation-filters color-profile
  color-rendering cursor direction display dominant-baseline fill fill-opacity fill-rule filter flood-color
  flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
  font-style font-variant font-variant-ligatures font-weight glyph-orientation-horizontal
  glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height marker
  marker-end marker-mid marker-start mix-blend-mode paint-order pointer-events shape-rendering solid-color
  solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-orientation
  text-overflow text-rendering text-transform transform-origin unicode-bidi vector-effect visibility white-space
  word-spacing writing-mode
  horiz-adv-x horiz-origin-x horiz-origin-y vert-adv-y vert-origin-x vert-origin-y units-per-em panose-1 ascent descent
  alphabetic cap-height x-height bbox stemh stemv underline-position underline-thickness unicode unicode-range
  glyph-name arabic-form g1 g2 u1 u2 k
`);

/** An address within the picture. */
export const LOCAL_ADDRESS = /^#[^\s"'()<>\\]+$/;

/** A bitmap that is written out in the picture itself. */
export const OWN_BITMAP = /^data:image\/(?:png|jpe?g);base64,[A-Za-z0-9+/=\s]*$/;

/**
 * What a style would load or hide, as written; undefined where it does neither. A backslash can spell any word, and some functions
 * load what they name as plain text, so none of these is let in.
 */
export function findInStyle(style: string): string | undefined {
  const found =
    /\\|@(?!media\b)[\w-]*|url\((?!\s*(["']?)#[\w.:-]+\1\s*\))|(?:image|image-set|src|cross-fade|element)\(|expression\(|-moz-binding|behavior\s*:/i;
  return found.exec(style)?.[0];
}
