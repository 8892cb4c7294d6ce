/**
 * Lets WeChat's aria-* attributes through. Taro's templates carry only the attributes they know, so that a label for
 * screen readers would be dropped without a word. Adds them to the components that we put labels on.
 */
const path = require('node:path')

const NAMES = ['aria-role', 'aria-label', 'aria-checked', 'aria-selected', 'aria-hidden', 'aria-modal']
const COMPONENTS = ['View', 'Button', 'Image', 'Input', 'Textarea']
const attributes = Object.fromEntries(NAMES.map((name) => [name, '']))
const patch = Object.fromEntries(COMPONENTS.map((component) => [component, attributes]))

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') {
        return
      }
      platform.template.mergeComponents(ctx, patch)
      const runtime = path.join(__dirname, 'accessibility-runtime.js')
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
