import { mergeInternalComponents } from '@tarojs/shared'

// The same attributes as in accessibility.cjs, for the short names under which values travel to the template.
const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-hidden': '',
  'aria-modal': '',
}

mergeInternalComponents({
  View: attributes,
  Button: attributes,
  Image: attributes,
  Input: attributes,
  Textarea: attributes,
})
